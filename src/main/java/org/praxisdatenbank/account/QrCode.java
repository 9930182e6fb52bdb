package org.praxisdatenbank.account;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as the path of an SVG, one unit a dot, without the quiet zone of four units around it. */
final class QrCode {
    private QrCode() {}

    static String path(String text) {
        io.nayuki.qrcodegen.QrCode code = code(text);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /** Width and height in units. */
    static int size(String text) {
        return code(text).size;
    }

    private static io.nayuki.qrcodegen.QrCode code(String text) {
        return io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
    }
}
