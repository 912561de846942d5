import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import { useState } from 'react'
import type { Column } from './place.ts'

/** In which column and after whom each incident stands. What is new or has moved is told, and waits to be asked for. */

type Seat = { row: IncidentRow; column: string }
type Kept = { wanted: string; pages: number; seats: readonly Seat[] }

export const columnOf = (row: IncidentRow, by: Column): string => (by === 'level' ? row.level : row.state)

/** The seats with each row as it is now, and how many would stand elsewhere. */
export function seated(seats: readonly Seat[], rows: readonly IncidentRow[], by: Column) {
  const now = new Map(rows.map(row => [row.id, row]))
  const known = new Set(seats.map(({ row }) => row.id))
  const moved = seats.filter(({ row: { id }, column }) => {
    const row = now.get(id)
    return row === undefined || columnOf(row, by) !== column
  }).length
  return {
    shown: seats.map(({ row, column }) => ({ row: now.get(row.id) ?? row, column })),
    changes: moved + rows.filter(({ id }) => !known.has(id)).length
  }
}

type Wanted = { rows: readonly IncidentRow[]; by: Column; wanted: string; pages: number }

/** Nothing moves under one's eyes: the order is that of when one came, or asked for it. */
export function useSeats({ rows, by, wanted, pages }: Wanted) {
  const [kept, keep] = useState<Kept>()
  const seatsOf = (of: readonly IncidentRow[]): Seat[] => of.map(row => ({ row, column: columnOf(row, by) }))
  const settle = () => keep({ wanted, pages, seats: seatsOf(rows) })
  if (pages > 0 && kept?.wanted !== wanted) settle()
  else if (kept && (pages > kept.pages || kept.seats.length === 0) && rows.length > 0) {
    const known = new Set(kept.seats.map(({ row }) => row.id))
    keep({ wanted, pages, seats: [...kept.seats, ...seatsOf(rows.filter(({ id }) => !known.has(id)))] })
  }
  const seats = kept?.wanted === wanted ? kept.seats : seatsOf(rows)
  return { ...seated(seats, rows, by), settle }
}
