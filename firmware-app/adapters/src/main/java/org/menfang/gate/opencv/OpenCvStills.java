package org.menfang.gate.opencv;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.Frame;
import org.menfang.gate.picture.StillMaker;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Stills made by OpenCV. The native library is loaded for the first of them, and one set of
/// buffers outside the heap serves for all; pictures are made one after another.
public final class OpenCvStills implements StillMaker {
    /// Larger frames are made smaller.
    public static final int WIDTH_PIXELS_MAX = 1280;

    private static final int JPEG_QUALITY = 80;
    private static final Scalar DARK = new Scalar(32, 32, 32);
    private static final Scalar LIGHT = new Scalar(255, 255, 255);
    private static final int BANNER_PIXELS_MIN = 16;
    private static final int BANNER_PER_HEIGHT = 20;
    private static final double TEXT_PIXELS_AT_SCALE_ONE = 30;

    private final Path libraryFolder;
    private @Nullable Buffers buffers;
    private boolean closed;

    /// @param libraryFolder where the native library lies, or is unpacked to
    public OpenCvStills(Path libraryFolder) {
        this.libraryFolder = libraryFolder;
    }

    @Override
    public synchronized byte[] make(Frame frame, String banner) throws IOException {
        if (closed) {
            throw new IOException("no more pictures are made");
        }
        Buffers ready = buffers;
        if (ready == null) {
            OpenCvLibrary.load(libraryFolder);
            ready = new Buffers();
            buffers = ready;
        }
        try {
            return ready.jpeg(frame, banner);
        } catch (CvException e) {
            throw new IOException("OpenCV could not make a picture of the frame", e);
        }
    }

    /// Gives the room outside the heap back.
    @Override
    public synchronized void close() {
        closed = true;
        if (buffers != null) {
            buffers.release();
            buffers = null;
        }
    }

    /// Room for one picture on its way from pixels to JPEG. It lies outside the heap, where no
    /// collector sees how much it is; so it is used again and given back by hand.
    private static final class Buffers {
        private final Mat whole = new Mat();
        private final Mat scaled = new Mat();
        private final MatOfByte encoded = new MatOfByte();
        private final MatOfInt settings =
                new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
        private byte[] pixels = new byte[0];

        byte[] jpeg(Frame frame, String banner) throws IOException {
            fill(frame);
            Mat picture = fitted(frame);
            drawBanner(picture, banner);
            if (!Imgcodecs.imencode(".jpg", picture, encoded, settings)) {
                throw new IOException("OpenCV could not make a JPEG of the frame");
            }
            return encoded.toArray();
        }

        void release() {
            whole.release();
            scaled.release();
            encoded.release();
            settings.release();
        }

        private void fill(Frame frame) {
            if (pixels.length != frame.pixels().remaining()) {
                pixels = new byte[frame.pixels().remaining()];
            }
            frame.pixels().duplicate().get(pixels);
            whole.create(frame.height(), frame.width(), CvType.CV_8UC3);
            whole.put(0, 0, pixels);
        }

        private Mat fitted(Frame frame) {
            if (frame.width() <= WIDTH_PIXELS_MAX) {
                return whole;
            }
            double height = (double) frame.height() * WIDTH_PIXELS_MAX / frame.width();
            Size size = new Size(WIDTH_PIXELS_MAX, Math.max(1, Math.round(height)));
            Imgproc.resize(whole, scaled, size, 0, 0, Imgproc.INTER_AREA);
            return scaled;
        }

        private static void drawBanner(Mat picture, String banner) {
            int high = Math.max(BANNER_PIXELS_MIN, picture.rows() / BANNER_PER_HEIGHT);
            Point corner = new Point(picture.cols(), high);
            Imgproc.rectangle(picture, new Point(0, 0), corner, DARK, Core.FILLED);
            double scale = high / TEXT_PIXELS_AT_SCALE_ONE;
            Point begin = new Point(high / 4.0, high * 0.75);
            int font = Imgproc.FONT_HERSHEY_SIMPLEX;
            Imgproc.putText(picture, banner, begin, font, scale, LIGHT, 1, Imgproc.LINE_AA);
        }
    }
}
