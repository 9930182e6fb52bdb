package org.praxisdatenbank.account;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as an SVG draws it, without the quiet zone of four units around it.
 *
 * @param path one unit a dot
 * @param size width and height in units
 */
public record QrCode(String path, int size) {
    static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return new QrCode(path.toString(), code.size);
    }
}
