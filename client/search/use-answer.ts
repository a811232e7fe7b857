/** The answer to what is typed: asked when the fingers rest, near the middle of the map, with former results kept until the new ones are there. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SEARCH_LENGTH, searchQuery } from '../api/search.ts';
import { useLanguage } from '../i18n/language.ts';
import { mapState } from '../map/map-store.ts';
import { navigate } from '../url/use-url.ts';
import { useSearch } from './search-store.ts';

const REST_MS = 120;

/** A value as it was when it last stayed unchanged for `ms`. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

function middle(): readonly [number, number] | null {
  const { bounds } = mapState();
  return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}

/** `current` tells whether the results answer the text that stands in the box now. */
export function useAnswer() {
  const text = useSearch((search) => search.text.trim().slice(0, SEARCH_LENGTH));
  const asked = useRested(text, REST_MS);
  const query = useQuery(searchQuery(asked, middle(), useLanguage()));
  useEffect(() => {
    // A link to a search can be shared; typing makes no history.
    navigate({ q: asked || null }, { replace: true });
  }, [asked]);
  return { text, ...query, current: asked === text && !query.isPending && !query.isPlaceholderData };
}
