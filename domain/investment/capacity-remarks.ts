/** What a reader of capacity must know, in words: how the figures are meant, and what they leave out. */
import type { Capacity } from '../contract/investment/capacity.ts';

const REMARKS = {
  limits: { pl: 'To granice z samych wskaźników planu. Linie zabudowy, przepisy odrębne, ochrona zabytków i kształt działki mogą dopuszczać mniej.', en: 'These are limits by the figures of the plan alone. Building lines, other regulations, heritage protection and the shape of the land may allow less.' },
  parking: { pl: 'Miejsca postojowe: tyle trzeba najwyżej, gdyby cała dopuszczalna powierzchnia kondygnacji służyła temu, dla czego plan liczy miejsca. Mniejszy budynek lub inne przeznaczenie to mniej miejsc.', en: 'Parking: this many places at most are needed, if the whole allowed floor area were of the use that the plan counts places for. A smaller building or another use needs fewer.' },
  edge: { pl: 'Paski stref węższe niż dokładność rysunku liczymy z ich zmierzoną powierzchnią, tak jak w odpowiedzi „co obowiązuje”; być może w ogóle tu nie sięgają. Stref, które tylko stykają się z terenem, nie liczymy.', en: 'Strips of zones narrower than the drawings are accurate are counted as measured, as in the answer on what applies; perhaps they do not reach here at all. Zones that only touch the land are not counted.' },
  overruled: { pl: 'Urząd oznaczył część tych nakładań jako błędne lub potwierdzone. Liczymy według pomiaru; słowo urzędu stoi przy strefie.', en: 'The office has marked some of these overlaps as wrong or confirmed. Figures are by the measure; the word of the office stands at the zone.' },
  'zones-overlap': { pl: 'Strefy nakładają się na tym terenie i nie wiadomo, która obowiązuje. Dlatego nie podajemy liczb dla całości.', en: 'Zones overlap on this land and it is not known which applies. So there are no figures of the whole.' },
  'in-preparation': { pl: 'Plan jest dopiero w przygotowaniu. Jego projekt nie obowiązuje, więc go nie liczymy.', en: 'A plan is only in preparation. Its draft is not in force, so it is not counted.' },
  none: { pl: 'Nie obowiązuje tu plan miejscowy. O tym, ile wolno zbudować, rozstrzyga decyzja o warunkach zabudowy.', en: 'No local plan is in force here. How much may be built is decided by a planning decision (WZ).' },
  unknown: { pl: 'Rejestr planów nie sięga tego miejsca lub dnia. To nie znaczy, że nie ma planu.', en: 'The register of plans does not reach this place or day. This does not mean that there is no plan.' },
  neighbours: { pl: 'W rejestrze nie ma budynków: u sąsiadów widać wysokość, na którą pozwalają tam obowiązujące plany, a nie to, co tam stoi.', en: 'There are no buildings in the register: next door the height is shown that plans in force allow there, not what stands there.' },
} as const;
type RemarkId = keyof typeof REMARKS;

/** In the order in which they matter. */
export function capacityRemarks({ answer, pieces, figures, overlapM2 }: Pick<Capacity, 'answer' | 'pieces' | 'figures' | 'overlapM2'>): Capacity['remarks'] {
  const holds: Readonly<Record<RemarkId, boolean>> = {
    limits: answer === 'in-force', parking: figures.some(({ name, known }) => name === 'parking' && known !== null), edge: pieces.some(({ overlap }) => overlap === 'edge'), overruled: pieces.some(({ overruled }) => overruled.length > 0),
    'zones-overlap': overlapM2 > 0, 'in-preparation': answer === 'in-preparation', none: answer === 'none', unknown: answer === 'unknown', neighbours: true,
  };
  return (Object.keys(REMARKS) as RemarkId[]).filter((id) => holds[id]).map((id) => ({ id, ...REMARKS[id] }));
}
