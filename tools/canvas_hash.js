// A number for what a canvas shows, seen small: where the map looks, and in which colours.
(canvas) => {
  const small = new OffscreenCanvas(96, 54).getContext('2d', { willReadFrequently: true });
  small.drawImage(canvas, 0, 0, 96, 54);
  return small.getImageData(0, 0, 96, 54).data.reduce((sum, value) => (sum * 31 + value) | 0, 7);
}
