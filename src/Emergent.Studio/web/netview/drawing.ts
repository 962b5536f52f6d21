// The thread that draws for a ProcessorPainter.
import { Camera } from './camera';
import { CanvasPainter } from './canvas2d';
import type { Drawn, Wish } from './processor';

const camera = new Camera();
let painter: CanvasPainter;
let values: Float32Array<ArrayBuffer> | null = null;

self.onmessage = ({ data }: MessageEvent<Wish>) => {
  if (data.canvas) painter = new CanvasPainter(data.canvas);
  if (data.scene) painter.setScene(data.scene);
  if (data.size) painter.resize(data.size.width, data.size.height, data.size.ratio);
  let spare: Float32Array<ArrayBuffer> | null = null;
  if (data.values) {
    [spare, values] = [values, data.values];
    painter.setValues(values);
  }
  Object.assign(camera, data.camera);
  painter.draw(camera, data.appearance, data.selected, data.hovered);
  const drawn: Drawn = { spare };
  (self as unknown as Worker).postMessage(drawn, spare ? [spare.buffer] : []);
};
