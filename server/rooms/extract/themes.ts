/** Every theme beside the plans: concerned, not concerned, or no data – each object with m², share, law status and source. */
import { LawStatus, type Theme, type ThemeObject } from '../../../domain/contract/extract.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { THEMES } from '../../../domain/planning/themes.ts';
import type { Queries } from '../../db/database.ts';
import type { Subject } from '../../registers/parcel.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import { type PieceRow, piecesOf, type Register, registersOn } from './extract.repository.ts';
import { roundedArea, roundedShare } from './pieces.ts';

/** `accuracyM`: of the subject alone; `inCity`: registers reach the subject. */
export async function themesOf(db: Queries, subject: Subject, day: string, accuracyM: number, inCity: boolean): Promise<Theme[]> {
  const registers = await registersOn(db, THEMES, day);
  const themes: Theme[] = [];
  for (const layer of THEMES) themes.push(await themeOf(db, subject, layer, day, accuracyM + layer.accuracyM!, inCity, registers.get(layer.id)!));
  return themes;
}

async function themeOf(
  db: Queries, subject: Subject, layer: Layer, day: string, accuracyM: number, inCity: boolean, { stands, provenance }: Register,
): Promise<Theme> {
  const nothing = { id: layer.id, objects: [], apart: [], accuracyM, provenance: stands ? provenance : null } satisfies Partial<Theme>;
  if (!stands) return { ...nothing, verdict: 'no-data', reason: 'empty' };
  const classField = layer.symbology.field;
  const optional = ['basis'].filter((name) => layer.fields.some((field) => field.name === name));
  const fields = ['key', layer.titleField, ...(classField === null ? [] : [classField]), ...optional];
  const rows = await piecesOf<Readonly<Record<string, string | null>>>(db, subject, layer, fields, day, accuracyM);
  const objects = rows.map((row): ThemeObject => presentObject(layer, row, subject.areaM2, accuracyM));
  // What lies outside of the city may still be known: only its absence is not.
  if (objects.length === 0 && !inCity) return { ...nothing, verdict: 'no-data', reason: 'outside' };
  return {
    ...nothing, verdict: objects.some(({ overlap }) => overlap !== 'touch') ? 'concerned' : 'not-concerned', reason: null,
    objects: objects.filter(({ overlap }) => overlap === 'certain'), apart: objects.filter(({ overlap }) => overlap !== 'certain'),
  };
}

function presentObject(layer: Layer, row: Readonly<Record<string, string | null>> & PieceRow, subjectM2: number, accuracyM: number): ThemeObject {
  const { part_area: areaM2, overlap } = row as PieceRow;
  const key = String(row['key']);
  const { field } = layer.symbology;
  return {
    layer: layer.id, key, title: row[layer.titleField] ?? key, class: field === null ? null : (row[field] ?? null), status: statusOf(field === null ? null : (row[field] ?? null)),
    basis: row['basis'] ?? null, areaM2: roundedArea(areaM2), sharePct: roundedShare(areaM2, subjectM2), overlap, accuracyM, provenance: provenanceOf(row),
  };
}

/** Layers whose class is the law status of their objects say so; everything else in a register of law is law. */
function statusOf(value: string | null): LawStatus {
  const status = LawStatus.safeParse(value);
  return status.success ? status.data : 'in-force';
}
