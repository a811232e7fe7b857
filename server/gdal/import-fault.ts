/** A fault that stops the whole import and changes nothing: its message is one clear sentence for the person at the keyboard. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}
