// A hash of a canvas at reduced size. It depends on the position and the colours of the map.
(canvas) => {
  const small = new OffscreenCanvas(96, 54).getContext('2d', { willReadFrequently: true });
  small.drawImage(canvas, 0, 0, 96, 54);
  return small.getImageData(0, 0, 96, 54).data.reduce((sum, value) => (sum * 31 + value) | 0, 7);
}
