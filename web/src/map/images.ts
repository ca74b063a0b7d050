/**
 * The pictures the style names, drawn when first asked for: pills for premises, the hatch of
 * quasi-industrial land, and the pin of a place.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type ListingKind, listingKinds } from '../state/vocabulary';
import { kindIcons } from '../ui/icons';
import { canvas, circle, type Drawing, density, rounded, strokeIcon } from './canvas';
import { districtColours, kindColours, palettes, type Scheme } from './style/palette';

type Pill = 'plain' | 'fresh' | 'stale' | 'raised';

/** Draws what the style lacks, asking `more` for pictures that are not its own; returns the way to stop. */
export function drawMissingImages(map: MapLibreMap, more: (id: string) => Drawing | null): () => void {
  map.setMissingStyleImageResolver((id) => {
    const drawing = drawn(id) ?? more(id);
    if (drawing !== null && !map.hasImage(id)) map.addImage(id, drawing.image, drawing.options);
  });
  return () => map.setMissingStyleImageResolver(null);
}

function drawn(id: string): Drawing | null {
  const hatch = /^hatch-(light|dark)$/.exec(id);
  if (hatch) return drawHatch(hatch[1] as Scheme);
  const ring = /^ring-(light|dark)-(\d+)$/.exec(id);
  if (ring) return drawRing(ring[1] as Scheme, Number(ring[2]));
  const pin = /^pin-(light|dark)$/.exec(id);
  if (pin) return drawPin(pin[1] as Scheme);
  const pill = /^pill-(light|dark)-(plain|fresh|stale|raised)-(\w+)$/.exec(id);
  const kind = listingKinds.find((known) => known === pill?.[3]);
  return pill && kind ? drawPill(pill[1] as Scheme, pill[2] as Pill, kind) : null;
}

/** A rounded marker with the kind's icon at its left; its middle stretches to the text. */
function drawPill(scheme: Scheme, pill: Pill, kind: ListingKind): Drawing {
  const scale = pill === 'raised' ? 1.22 : 1;
  const margin = 4;
  const [height, left, middle, right] = [24 * scale, 23 * scale, 8, 9 * scale];
  const palette = palettes[scheme];
  const { context, finish } = canvas(left + middle + right + 2 * margin, height + 2 * margin);

  context.shadowColor = `rgba(0, 0, 0, ${pill === 'raised' ? 0.45 : 0.28})`;
  context.shadowBlur = (pill === 'raised' ? 4 : 2.5) * density;
  context.shadowOffsetY = 1 * density;
  const [ground, figure] =
    pill === 'stale'
      ? [palette.markerEdge, kindColours[scheme][kind]]
      : [kindColours[scheme][kind], palette.markerText];
  context.fillStyle = pill === 'stale' ? figure : palette.markerEdge;
  rounded(context, margin, margin, left + middle + right, height);
  context.shadowColor = 'transparent';
  context.fillStyle = ground;
  const edge = pill === 'raised' ? 2 : 1.25;
  rounded(context, margin + edge, margin + edge, left + middle + right - 2 * edge, height - 2 * edge);

  const icon = 13 * scale;
  context.save();
  context.translate(margin + 7 * scale, margin + (height - icon) / 2);
  context.scale(icon / 24, icon / 24);
  strokeIcon(context, kindIcons[kind], figure, 2.4);
  context.restore();

  if (pill === 'fresh') {
    context.fillStyle = palette.markerEdge;
    circle(context, margin + left + middle + right - 3.5, margin + 3.5, 4.5);
    context.fillStyle = kindColours[scheme][kind];
    circle(context, margin + left + middle + right - 3.5, margin + 3.5, 3);
  }
  const from = (margin + left) * density;
  const to = from + middle * density;
  return {
    image: finish(),
    options: {
      pixelRatio: density,
      stretchX: [[from, to]],
      stretchY: [[(margin + height / 2 - 1) * density, (margin + height / 2 + 1) * density]],
      content: [from, (margin + 3) * density, to, (margin + height - 3) * density],
    },
  };
}

function drawHatch(scheme: Scheme): Drawing {
  const side = 8;
  const { context, finish } = canvas(side, side);
  context.strokeStyle = districtColours.quasi_industrial.hue;
  context.lineWidth = 1;
  context.globalAlpha = scheme === 'light' ? 0.75 : 0.9;
  for (const offset of [-side, 0, side]) {
    context.beginPath();
    context.moveTo(offset - 1, side + 1);
    context.lineTo(offset + side + 1, -1);
    context.stroke();
  }
  return { image: finish(), options: { pixelRatio: density } };
}

/** A ring for several premises; its count is written by the style. */
function drawRing(scheme: Scheme, radius: number): Drawing {
  const palette = palettes[scheme];
  const margin = 3;
  const side = 2 * (radius + margin);
  const { context, finish } = canvas(side, side);
  context.shadowColor = 'rgba(0, 0, 0, 0.25)';
  context.shadowBlur = 2.5 * density;
  context.shadowOffsetY = density;
  context.fillStyle = palette.clusterFill;
  circle(context, side / 2, side / 2, radius);
  context.shadowColor = 'transparent';
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.beginPath();
  context.arc(side / 2, side / 2, radius - 1.5, 0, 2 * Math.PI);
  context.stroke();
  return { image: finish(), options: { pixelRatio: density } };
}

function drawPin(scheme: Scheme): Drawing {
  const palette = palettes[scheme];
  const { context, finish } = canvas(32, 40);
  context.fillStyle = palette.accent;
  context.strokeStyle = palette.markerEdge;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(16, 15, 11.5, Math.PI * 0.85, Math.PI * 0.15);
  context.lineTo(16, 38);
  context.closePath();
  context.fill();
  context.stroke();
  context.fillStyle = palette.markerEdge;
  circle(context, 16, 15, 4.5);
  return { image: finish(), options: { pixelRatio: density } };
}
