/** Keeps a fault of one part – its code did not arrive, after an update for one – from taking the page down; says so and offers to reload. */
import { Component, type ReactNode } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

const TEXTS = defineTexts({
  pl: { failed: 'Ta część strony się nie wczytała.', reload: 'Wczytaj stronę ponownie' },
  en: { failed: 'This part of the page did not load.', reload: 'Reload the page' },
});

function Failed() {
  const texts = useTexts(TEXTS);
  return <Notice kind="bad" action={<Button kind="quiet" onClick={() => location.reload()}>{texts.reload}</Button>}>{texts.failed}</Notice>;
}

interface Props {
  readonly children: ReactNode;
}

export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}
