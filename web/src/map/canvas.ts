/** Tools for drawing the map's pictures, at twice the size for sharp screens. */
import type { StyleImageMetadata } from 'maplibre-gl';
import type { IconNode } from '../ui/icons';

export const density = 2;

export interface Drawing {
  readonly image: ImageData;
  readonly options: Partial<StyleImageMetadata>;
}

export function canvas(width: number, height: number) {
  const [w, h] = [Math.ceil(width * density), Math.ceil(height * density)];
  const element = document.createElement('canvas');
  element.width = w;
  element.height = h;
  const context = element.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('every browser that draws maps has a 2D canvas');
  context.scale(density, density);
  return { context, finish: () => context.getImageData(0, 0, w, h) };
}

export function rounded(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  context.beginPath();
  context.roundRect(x, y, width, height, height / 2);
  context.fill();
}

export function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Strokes a Lucide icon on a 24 by 24 grid. */
export function strokeIcon(context: CanvasRenderingContext2D, icon: IconNode, colour: string, width: number) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [shape, attributes] of icon) {
    const n = (name: string) => Number(attributes[name] ?? 0);
    const path = new Path2D(shape === 'path' ? String(attributes.d) : undefined);
    if (shape === 'circle') path.arc(n('cx'), n('cy'), n('r'), 0, 2 * Math.PI);
    if (shape === 'rect') path.roundRect(n('x'), n('y'), n('width'), n('height'), n('rx'));
    if (shape === 'line') {
      path.moveTo(n('x1'), n('y1'));
      path.lineTo(n('x2'), n('y2'));
    }
    context.stroke(path);
  }
}
