/** Safe Markdown: parsed into a tree and shown as elements of ours. Raw HTML is text, links go to http(s) and mail only, no picture is fetched. */
import type { Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import styles from './annotations.module.css';

/** The address when it may be followed. */
export function safeAddress(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

const children = (node: Parents): ReactNode => (node.children as RootContent[]).map((child, at) => <Fragment key={at}>{shown(child)}</Fragment>);

function link(url: string, words: ReactNode): ReactNode {
  const href = safeAddress(url);
  return href ? <a href={href} rel="noopener noreferrer nofollow" target={href.startsWith('mailto:') ? undefined : '_blank'}>{words}</a> : words;
}

/** Headings begin below those of the panel. */
const heading = (depth: number): string => `h${Math.min(6, depth + 3)}`;

function shown(node: Nodes): ReactNode {
  switch (node.type) {
    case 'root': return children(node);
    case 'paragraph': return <p>{children(node)}</p>;
    case 'heading': return createElement(heading(node.depth), null, children(node));
    case 'emphasis': return <em>{children(node)}</em>;
    case 'strong': return <strong>{children(node)}</strong>;
    case 'inlineCode': return <code>{node.value}</code>;
    case 'code': return <pre><code>{node.value}</code></pre>;
    case 'blockquote': return <blockquote>{children(node)}</blockquote>;
    case 'list': return node.ordered ? <ol start={node.start ?? 1}>{children(node)}</ol> : <ul>{children(node)}</ul>;
    case 'listItem': return <li>{children(node)}</li>;
    case 'link': return link(node.url, children(node));
    case 'image': return link(node.url, node.alt || node.url);
    case 'break': return <br />;
    case 'thematicBreak': return <hr />;
    case 'text': return node.value;
    case 'html': return node.value;
    default: return 'children' in node ? children(node as Parents) : 'value' in node ? String(node.value) : null;
  }
}

export function Markdown({ text }: { readonly text: string }) {
  const tree = useMemo(() => fromMarkdown(text), [text]);
  return <div className={styles.markdown}>{shown(tree)}</div>;
}
