/** What a picture has in common with others once it is cleaned, and how one that cannot be read is told. */

export interface Cleaned { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** The message completes "the file cannot be taken: …". */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
