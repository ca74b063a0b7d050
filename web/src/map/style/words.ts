/** The few words the map itself writes, per language. */
import type { Language, UseDistrict } from '../../state/vocabulary';

/** What planners call a district, short enough for a label. */
export const districtLabels: Readonly<Record<Language, Readonly<Record<UseDistrict, string>>>> = {
  ja: {
    low_1: '1低',
    low_2: '2低',
    garden_residential: '田園',
    mid_high_1: '1中高',
    mid_high_2: '2中高',
    residential_1: '1住',
    residential_2: '2住',
    quasi_residential: '準住',
    neighbourhood_commercial: '近商',
    commercial: '商業',
    quasi_industrial: '準工',
    industrial: '工業',
    exclusive_industrial: '工専',
    unzoned: '無指定',
    urbanisation_control: '調整',
  },
  en: {
    low_1: 'Low 1',
    low_2: 'Low 2',
    garden_residential: 'Garden',
    mid_high_1: 'Mid 1',
    mid_high_2: 'Mid 2',
    residential_1: 'Res 1',
    residential_2: 'Res 2',
    quasi_residential: 'Q-Res',
    neighbourhood_commercial: 'Local shops',
    commercial: 'Commercial',
    quasi_industrial: 'Q-Ind',
    industrial: 'Industrial',
    exclusive_industrial: 'Ind only',
    unzoned: 'None',
    urbanisation_control: 'Control',
  },
  easy: {
    low_1: 'ひくい家 1',
    low_2: 'ひくい家 2',
    garden_residential: '畑と家',
    mid_high_1: '高い家 1',
    mid_high_2: '高い家 2',
    residential_1: '家と店 1',
    residential_2: '家と店 2',
    quasi_residential: '道ぞいの店',
    neighbourhood_commercial: '近くの店',
    commercial: '店のまち',
    quasi_industrial: '小さい工場',
    industrial: '工場',
    exclusive_industrial: '工場だけ',
    unzoned: 'きまりなし',
    urbanisation_control: 'たてない所',
  },
};

/** On a marker whose rent is not an amount. */
export const negotiableLabel: Readonly<Record<Language, string>> = { ja: '相談', en: 'Ask', easy: '聞く' };
