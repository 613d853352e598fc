package org.prorata.subject.servicelevel;

/** Which time counts towards a delay: all of it, all but the maintenance windows, or working hours. */
public enum Clock {
    ROUND_THE_CLOCK,
    AGREED,
    WORKING
}
