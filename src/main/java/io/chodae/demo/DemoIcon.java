package io.chodae.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws icons of 108×108, so that the demo needs no picture of anybody's. */
final class DemoIcon {

    private static final int SIDE = 108;

    private DemoIcon() {}

    /** A coloured tile with a few rounded bars, different for each colour. */
    static byte[] png(int rgb, int bars) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color base = new Color(rgb);
        pen.setPaint(new GradientPaint(0, 0, base, SIDE, SIDE, base.darker()));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(Color.WHITE);
        int width = 60 / (2 * bars - 1);
        for (int i = 0; i < bars; i++) {
            int height = 28 + 36 * (i + 1) / bars;
            pen.fillRoundRect(24 + i * 2 * width, 84 - height, width, height, width, width);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
