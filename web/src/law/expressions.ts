/** The server's table as MapLibre expressions, evaluated for each mark on the map. Pure. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { type UseDistrict, useDistricts } from '../state/vocabulary';
import type { AreaBand, DistrictVerdicts, VerdictTable } from './table';
import type { Verdict } from './verdicts';

type Expression = ExpressionSpecification;
/** An expression, or the word itself where nothing needs asking. */
type Said = Expression | string;

/** The verdict on a listing's mark, as its slug: what `verdictOn` says in plain code. */
export function verdictExpression(table: VerdictTable): Expression {
  const districts = useDistricts.filter((district) => table[district] !== undefined);
  const said = new Map(districts.map((district) => [district, inDistrict(table[district])]));
  const differs = [...alike(said)].map(
    ([verdict, [...where]]): Expression => [
      'all',
      ['any', ...where.map((district): Expression => ['in', `|${district}|`, ['var', 'near']])],
      ['!=', verdict, ['var', 'own']],
    ],
  );
  return [
    'let',
    'near',
    ['coalesce', ['get', 'near'], ''],
    'own',
    ownDistrict(said),
    ['case', ['==', ['get', 'exact'], false], 'ask_ward', ['any', ...differs], 'ask_ward', ['var', 'own']],
  ] as unknown as Expression;
}

function ownDistrict(said: ReadonlyMap<UseDistrict, Said>): Said {
  const branches = [...alike(said)].flatMap(([verdict, where]) => [where, verdict]);
  if (branches.length === 0) return 'ask_ward';
  return ['match', ['coalesce', ['get', 'district'], ''], ...branches, 'ask_ward'] as unknown as Expression;
}

/** Districts the law treats alike are asked about once. */
function alike(said: ReadonlyMap<UseDistrict, Said>): Map<Said, UseDistrict[]> {
  const groups = new Map<string, [Said, UseDistrict[]]>();
  for (const [district, verdict] of said) {
    const key = JSON.stringify(verdict);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict, [district]]);
    else group[1].push(district);
  }
  return new Map(groups.values());
}

function inDistrict(district: DistrictVerdicts | undefined): Said {
  if (district === undefined) return 'ask_ward';
  const anyStorey = byArea(district.unknown_storey, district.unknown);
  const byStorey = steps(
    district.storeys.map((band) => [band.up_to ?? null, byArea(band.areas, band.unknown_area)] as const),
    'top',
    anyStorey,
  );
  return whereKnown('top', byStorey, anyStorey);
}

function byArea(areas: readonly AreaBand[], unknown: Verdict): Said {
  const bySize = steps(
    areas.map((band) => [band.up_to_m2 ?? null, band.verdict] as const),
    'area',
    unknown,
  );
  return whereKnown('area', bySize, unknown);
}

function whereKnown(field: 'top' | 'area', said: Said, otherwise: Said): Said {
  return same(said, otherwise) ? said : (['case', ['has', field], said, otherwise] as Expression);
}

const same = (one: Said, other: Said) => JSON.stringify(one) === JSON.stringify(other);

/** The first band whose end a number does not pass. */
function steps(
  bands: readonly (readonly [number | null, Said])[],
  of: 'top' | 'area',
  otherwise: Said,
): Said {
  const first = bands[0]?.[1];
  if (first !== undefined && bands.every(([, said]) => same(said, first))) return first;
  const ended = bands.filter(([end]) => end !== null);
  const endless = bands.find(([end]) => end === null)?.[1] ?? otherwise;
  const branches = ended.flatMap(([end, said]) => [['<=', ['get', of], end], said]);
  return branches.length === 0 ? endless : (['case', ...branches, endless] as unknown as Expression);
}
