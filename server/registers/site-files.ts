/** Pictures and documents of listed sites that everybody may read: publishing at the desk puts them there, withdrawing takes them away. */
import type { Queries } from '../db/database.ts';
import { queryFile } from '../db/query-file.ts';

const FILES = queryFile(new URL('sql/site-files.sql', import.meta.url));

/** Served at `/api/investment/sites/{key}/files/{id}`; `bytes`: how many. */
export interface PublicFile {
  readonly id: string;
  readonly kind: 'picture' | 'document';
  readonly title: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  readonly bytes: number;
}

/** In the order of the office; none for a site that is not listed or that the desk has never published. */
export const publicFilesOf = (db: Queries, key: string): Promise<PublicFile[]> => db.any<PublicFile>(FILES, { key });
