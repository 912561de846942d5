import type { NativeUnreadable } from '@huiyin/ports/platform.ts'

/** Rows as they are read: `read` leaves one out with undefined, and tells in words why it cannot be read. */
export function readEach<T extends object>(rows: readonly unknown[], read: (row: unknown) => T | string | undefined) {
  const good: T[] = []
  const unreadable: NativeUnreadable[] = []
  for (const row of rows) {
    const told = read(row)
    if (typeof told === 'string') unreadable.push({ raw: JSON.stringify(row), reason: told })
    else if (told) good.push(told)
  }
  return { rows: good, unreadable }
}
