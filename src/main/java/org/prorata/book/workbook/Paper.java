package org.prorata.book.workbook;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet is printed: across the page, as wide as it, each page numbered. */
final class Paper {

    private Paper() {}

    static void landscape(XSSFSheet sheet, boolean wide) {
        sheet.getPrintSetup().setLandscape(true);
        print(sheet, wide ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
    }

    static void portrait(XSSFSheet sheet) {
        print(sheet, PrintSetup.A4_PAPERSIZE);
    }

    private static void print(XSSFSheet sheet, short size) {
        sheet.getPrintSetup().setPaperSize(size);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setLeft("&F");
        sheet.getFooter().setCenter("&A");
        sheet.getFooter().setRight("&P / &N");
    }
}
