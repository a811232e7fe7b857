/** Buttons: with words, or with an icon and a name that screen readers and tooltips say. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import ui from './ui.module.css';

type Native = ButtonHTMLAttributes<HTMLButtonElement> & { readonly ref?: Ref<HTMLButtonElement> };

export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

/** A button that says what happens. One `primary` in a view. */
export function Button({ kind = 'plain', className, ...rest }: Native & { readonly kind?: 'plain' | 'primary' | 'quiet' }) {
  return <button type="button" {...rest} className={classes(ui.button, kind !== 'plain' && ui[kind], className)} />;
}

/** An icon with a name. `pressed` makes it a toggle. */
export function IconButton({ name, pressed, children, className, ...rest }: Native & { readonly name: string; readonly pressed?: boolean; readonly children: ReactNode }) {
  return (
    <button type="button" title={name} aria-label={name} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })} {...rest} className={classes(ui.icon, className)}>
      {children}
    </button>
  );
}
