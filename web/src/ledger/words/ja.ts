/** 日本語: the first language, and the shape the others must have. */
export const ja = {
  title: '用途地域の台帳',
  lead: '用途地域の二つの版を重ねて、どこが何から何に、どれだけ変わったかを示します。',
  synthetic: '架空の都市計画です。実際の用途地域とは関係ありません。',
  reading: '読み込んでいます',
  toMap: '物件の地図へ',
  editions: 'くらべる版',
  before: '変更前',
  after: '変更後',
  edition: (name: string, day: string) => `${name}（${day}時点）`,
  tolerance: '誤差とみなす幅',
  metres: (m: string) => `${m} m`,
  loading: 'くらべています',
  same: '同じ版どうしです。ちがう版をえらぶと、変わった所が出ます。',
  single: 'くらべる版がありません。二つ以上の版を取り込むと、ここでくらべられます。',
  kept: {
    heading: '準工業地域の面積',
    none: 'どちらの版にも準工業地域がありません。',
    from: (day: string) => `${day}時点`,
    difference: (ha: string, percent: string) => `${ha}（${percent}）`,
    unchanged: '増減なし',
  },
  said: (pieces: string, ha: string) => `${pieces}か所、合わせて${ha}で計画が変わりました。`,
  nothing: '二つの版のあいだに、計画の変わった所はありません。',
  totals: {
    heading: '用途地域ごとの面積',
    district: '用途地域',
    difference: '増減',
    chart: '棒グラフ',
  },
  changes: {
    heading: '変わった所',
    quasi: '準工業地域に関わるものだけ',
    number: '番号',
    change: '変わったこと',
    area: '面積',
    towns: '町',
    outside: '指定なし',
    ratios: (coverage: string, floor: string) => `建蔽率${coverage}・容積率${floor}`,
    blank: '記載なし',
    onMap: (n: string) => `${n}番を地図で見る`,
    none: '準工業地域に関わる変化はありません。',
    to: 'から',
  },
  only: {
    heading: '準工業地域でしかできないこと',
    lead: (hectares: string, share: string) =>
      `区の用途地域のうち準工業地域は${hectares}（${share}）です。次の仕事は、原動機を使って作業場がこの広さを超えると、工業系でない用途地域では建築基準法上できません。`,
    use: '仕事',
    size: '広さ',
    vacancies: '今ある空き物件',
    any: 'どの広さでも',
    above: (m2: string) => `${m2}超`,
    premises: (n: string) => `${n}件`,
    processes: (n: string) => `工場で行うと準工業地域などでしかできない工程（${n}）`,
    note: (day: string) =>
      `${day}時点の法令による、建築基準法上の用途の目安です。地上1階で、危険物と法に挙がった工程のない場合です。区に相談が要る地域は、できるかもしれない側に数えています。`,
  },
  history: {
    heading: '準工業地域の移り変わり',
    note: '取り込んだすべての版の、町ごとの面積です。',
  },
  matrix: {
    heading: '何から何に変わったか',
    note: '行が変更前、列が変更後です。面積はha。合計は上の面積と同じです。',
    total: '合計',
  },
  noise: {
    heading: '変化に数えていない差',
    none: 'ありません。',
    slivers: (n: string, m2: string, widest: string) =>
      `線の引き直しによる細い帯 ${n}か所（合わせて${m2}、いちばん広い所で幅${widest} m）`,
    shift: (east: string, north: string) =>
      `変更後の版全体が東に${east} m、北に${north} mずれていたので、戻してからくらべました`,
    overlaps: (before: string, after: string) =>
      `区域どうしの重なりは一度だけ数えました（変更前${before}、変更後${after}）`,
    blank: (ha: string) => `片方の版に建蔽率・容積率の記載がない土地 ${ha}`,
  },
  sources: {
    heading: '出典と計算の方法',
    method: (zone: string, epsg: string) =>
      `面積は平面直角座標系の第${zone}系（EPSG:${epsg}）で測りました。行列の合計は、それぞれの版の面積と一致します。`,
    checksum: 'ファイルのSHA-256',
    source: '出典',
    licence: '利用条件',
    legal: 'この台帳は公開データの比較です。都市計画の内容は区の都市計画図書で確かめてください。',
  },
  take: {
    heading: '持ち出す',
    csv: '表計算（CSV）',
    geojson: '地図データ（GeoJSON）',
    json: '数字のすべて（JSON）',
    print: '印刷する',
  },
  map: {
    label: '変わった所の地図',
    swipe: '左に変更前、右に変更後を見せる境目',
    at: (percent: string) => `左から${percent}`,
    failed: '地図を表示できません。表と数字はそのまま使えます。',
    note: '番号のある所が変わった所です。境目を動かすと、変更前と変更後を見くらべられます。',
  },
};

export type LedgerWords = typeof ja;
