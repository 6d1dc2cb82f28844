import type { ReactNode } from "react";
import { ErrorState } from "./ErrorState";

type Props<T> = {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  /** Of the final shape. */
  skeleton: ReactNode;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
};

/** The four faces of what is fetched. A failed refetch keeps the content that was there. */
export function Faces<T>({ query, skeleton, isEmpty, empty, children }: Props<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return isEmpty?.(data) ? empty : children(data);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return skeleton;
}
