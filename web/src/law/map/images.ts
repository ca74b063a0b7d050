/** The pictures verdicts are shown by: signs, pills that carry a sign, and the patterns of land. */
import { canvas, circle, type Drawing, density, rounded, strokeIcon } from '../../map/canvas';
import { palettes, type Scheme } from '../../map/style/palette';
import { isVerdict, type Verdict, verdictColours, verdictIcons } from '../verdicts';

/** Draws what a name asks for, if it is one of ours. */
export function drawVerdictImage(id: string): Drawing | null {
  const [, what, scheme, look, last] =
    /^(land|sign|verdict)-(light|dark)-(?:(plain|raised)-)?(\w+)$/.exec(id) ?? [];
  if (!isVerdict(last)) return null;
  if (what === 'land') return drawLand(scheme as Scheme, last);
  if (what === 'sign') return drawSign(scheme as Scheme, last);
  return drawPill(scheme as Scheme, last, look === 'raised' ? 1.22 : 1);
}

/** A disc with the verdict's sign. */
function drawSign(scheme: Scheme, verdict: Verdict): Drawing {
  const radius = 9;
  const side = 2 * (radius + 2);
  const { context, finish } = canvas(side, side);
  sign(context, scheme, verdict, side / 2, side / 2, radius);
  return { image: finish(), options: { pixelRatio: density } };
}

/** A pill whose left end is the verdict's sign and whose middle stretches to the rent. */
function drawPill(scheme: Scheme, verdict: Verdict, scale: number): Drawing {
  const margin = 4;
  const [height, left, middle, right] = [24 * scale, 24 * scale, 8, 9 * scale];
  const width = left + middle + right;
  const line = 15 * scale;
  const { ink } = verdictColours[scheme][verdict];
  const palette = palettes[scheme];
  const { context, finish } = canvas(width + 2 * margin, height + 2 * margin);
  context.shadowColor = `rgba(0, 0, 0, ${scale > 1 ? 0.45 : 0.28})`;
  context.shadowBlur = (scale > 1 ? 4 : 2.5) * density;
  context.shadowOffsetY = density;
  context.fillStyle = ink;
  rounded(context, margin, margin, width, height);
  context.shadowColor = 'transparent';
  const edge = scale > 1 ? 2 : 1.5;
  context.fillStyle = palette.markerEdge;
  rounded(context, margin + edge, margin + edge, width - 2 * edge, height - 2 * edge);
  sign(context, scheme, verdict, margin + height / 2, margin + height / 2, height / 2 - 1.5);
  const from = (margin + left) * density;
  const to = from + middle * density;
  return {
    image: finish(),
    options: {
      pixelRatio: density,
      stretchX: [[from, to]],
      stretchY: [[(margin + height / 2 - 1) * density, (margin + height / 2 + 1) * density]],
      // As high as a line of the rent, so that the sign stays round.
      content: [
        from,
        (margin + height / 2 - line / 2) * density,
        to,
        (margin + height / 2 + line / 2) * density,
      ],
    },
  };
}

function sign(
  context: CanvasRenderingContext2D,
  scheme: Scheme,
  verdict: Verdict,
  x: number,
  y: number,
  radius: number,
) {
  const { ink, onInk } = verdictColours[scheme][verdict];
  context.fillStyle = palettes[scheme].markerEdge;
  circle(context, x, y, radius + 1);
  context.fillStyle = ink;
  circle(context, x, y, radius);
  const size = radius * 1.32;
  context.save();
  context.translate(x - size / 2, y - size / 2 - (verdict === 'conditional' ? size * 0.04 : 0));
  context.scale(size / 24, size / 24);
  strokeIcon(context, verdictIcons[verdict], onInk, 3);
  context.restore();
}

/** Dots, a cross-hatch, slanting lines, level dashes: told apart in grey and in print. */
function drawLand(scheme: Scheme, verdict: Verdict): Drawing {
  const side = 12;
  const { context, finish } = canvas(side, side);
  const { pattern } = verdictColours[scheme][verdict];
  context.strokeStyle = pattern;
  context.fillStyle = pattern;
  context.lineWidth = 1;
  context.globalAlpha = 0.6;
  switch (verdict) {
    case 'permitted':
      break;
    case 'conditional':
      circle(context, side / 4, side / 4, 1.1);
      circle(context, (side * 3) / 4, (side * 3) / 4, 1.1);
      break;
    case 'prohibited':
      context.globalAlpha = 0.42;
      slanted(context, side, 1);
      slanted(context, side, -1);
      break;
    case 'ask_ward':
      context.lineWidth = 1.5;
      slanted(context, side, 1);
      break;
    case 'other_law':
      for (const y of [side / 4, (side * 3) / 4]) {
        context.beginPath();
        context.moveTo(y < side / 2 ? 0 : side / 2, y);
        context.lineTo(y < side / 2 ? side / 2 : side, y);
        context.stroke();
      }
      break;
  }
  return { image: finish(), options: { pixelRatio: density } };
}

function slanted(context: CanvasRenderingContext2D, side: number, slope: 1 | -1) {
  for (const offset of [-side, 0, side]) {
    const [low, high] = slope === 1 ? [side + 1, -1] : [-1, side + 1];
    context.beginPath();
    context.moveTo(offset - 1, low);
    context.lineTo(offset + side + 1, high);
    context.stroke();
  }
}
