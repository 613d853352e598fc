package org.prorata.tables;

/**
 * One thing that is wrong in a workbook or its twin.
 *
 * @param place   {@code workbook!sheet!cell}, or as much of it as is known; a twin's place has its file and line
 * @param found   what is there
 * @param allowed what is allowed instead
 */
public record Problem(String place, String found, String allowed) {

    @Override
    public String toString() {
        return place + ": " + found + "; " + allowed;
    }
}
