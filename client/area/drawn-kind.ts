/** Areas that are drawn by hand. */
export type DrawnKind = 'box' | 'poly' | 'circle';
