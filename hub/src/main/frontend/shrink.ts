// Makes a picture of a phone small enough to be kept on it and sent over a weak network. Only its points stay:
// where it was taken does not leave the phone.

/** The longer side, from the best that is sent to the worst. */
const sidesPixels = [1_600, 1_200, 800];
const quality = 0.8;

/** No picture that waits is larger. */
export const pictureBytesMax = 700_000;

/** Null for a file that is no picture, or that stays too large. */
export async function shrink(file: Blob): Promise<ArrayBuffer | null> {
  const picture = await read(file);
  if (picture === null) return null;
  try {
    for (const side of sidesPixels) {
      const jpeg = await draw(picture, side);
      if (jpeg !== null && jpeg.size <= pictureBytesMax) return await jpeg.arrayBuffer();
    }
    return null;
  } finally {
    picture.close();
  }
}

async function read(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}

function draw(picture: ImageBitmap, sidePixelsMax: number): Promise<Blob | null> {
  const scale = Math.min(1, sidePixelsMax / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
