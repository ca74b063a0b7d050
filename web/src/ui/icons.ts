/** The icons in use, all of one set (Lucide), as shapes: components draw them in SVG, the map on canvas. */
import {
  Armchair,
  ArrowLeft,
  Briefcase,
  CalendarDays,
  Check,
  ChevronDown,
  ChevronUp,
  CircleAlert,
  Clock,
  CloudOff,
  Copy,
  Factory,
  FlaskConical,
  Globe,
  Handshake,
  type IconNode,
  Info,
  Layers,
  MapPin,
  Maximize,
  Minus,
  Plus,
  RefreshCw,
  Search,
  SearchX,
  SlidersHorizontal,
  Store,
  TrainFront,
  X,
} from 'lucide';
import type { ListingKind } from '../state/vocabulary';

export const icons = {
  alert: CircleAlert,
  back: ArrowLeft,
  check: Check,
  close: X,
  copy: Copy,
  down: ChevronDown,
  filter: SlidersHorizontal,
  globe: Globe,
  info: Info,
  layers: Layers,
  minus: Minus,
  noResult: SearchX,
  offline: CloudOff,
  pin: MapPin,
  plus: Plus,
  retry: RefreshCw,
  search: Search,
  street: Store,
  train: TrainFront,
  up: ChevronUp,
  whole: Maximize,
} as const satisfies Record<string, IconNode>;

export type IconName = keyof typeof icons;

export const kindIcons: Readonly<Record<ListingKind, IconNode>> = {
  shop: Store,
  furnished: Armchair,
  workshop: Factory,
  office: Briefcase,
  succession: Handshake,
  pop_up: CalendarDays,
  test_bed: FlaskConical,
  shared: Clock,
};

export type { IconNode };
