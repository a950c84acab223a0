import type { Job } from "../job.ts";

export const imageProcessing: Job = {
  id: "image-processing",
  title: "Image processing",
  definition: "Resizes and changes images.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/sharp"], reason: "libvips" },
    { packages: ["pkg:npm/jimp"], reason: "JavaScript only" },
    { packages: ["pkg:npm/gm", "pkg:npm/imagemagick"], reason: "ImageMagick" },
    { packages: ["pkg:gem/mini_magick"], reason: "ImageMagick, as a program" },
    { packages: ["pkg:gem/rmagick"], reason: "ImageMagick, as a library" },
    { packages: ["pkg:gem/image_processing", "pkg:gem/ruby-vips"], reason: "libvips" },
    { packages: ["pkg:pypi/pillow", "pkg:pypi/pillow-simd"], reason: "Pillow" },
    { packages: ["pkg:pypi/opencv-python", "pkg:pypi/opencv-python-headless"], reason: "OpenCV" },
    { packages: ["pkg:pypi/wand"], reason: "ImageMagick" },
    { packages: ["pkg:pypi/scikit-image"], reason: "NumPy" },
    { packages: ["pkg:pypi/pyvips"], reason: "libvips" },
    { packages: ["pkg:maven/net.coobird/thumbnailator"], reason: "Thumbnailator" },
    { packages: ["pkg:maven/org.imgscalr/imgscalr-lib"], reason: "imgscalr" },
    {
      packages: [
        "pkg:maven/com.twelvemonkeys.imageio/imageio-core",
        "pkg:maven/com.twelvemonkeys.imageio/imageio-jpeg",
      ],
      reason: "more formats",
    },
    { packages: ["pkg:maven/org.im4java/im4java"], reason: "ImageMagick" },
    { packages: ["pkg:maven/com.sksamuel.scrimage/scrimage-core"], reason: "Scrimage" },
    { packages: ["pkg:golang/github.com/disintegration/imaging"], reason: "Go only" },
    {
      packages: ["pkg:golang/github.com/h2non/bimg", "pkg:golang/github.com/davidbyttow/govips/v2"],
      reason: "libvips",
    },
    {
      packages: [
        "pkg:golang/gopkg.in/gographics/imagick.v3",
        "pkg:golang/gopkg.in/gographics/imagick.v2",
      ],
      reason: "ImageMagick",
    },
    {
      packages: ["pkg:golang/github.com/nfnt/resize", "pkg:golang/github.com/anthonynsimon/bild"],
      reason: "Go only, small",
    },
  ],
  absent: {},
};
