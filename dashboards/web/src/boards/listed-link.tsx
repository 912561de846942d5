import type { ReactNode } from 'react'
import { plainly } from '../frame/plainly.ts'
import style from './figure.module.css'
import { type BoardPlace, type Change, formatBoardPlace, goTo, listPlace } from './place.ts'

type ListedProps = {
  place: BoardPlace
  list: Change
  name?: string
  className?: string | undefined
  children: ReactNode
}

/** A number that leads to the list behind it. */
export function Listed({ place, list, name, className, children }: ListedProps) {
  const to = listPlace(place, list)
  return (
    <a
      className={className ?? style.listed}
      href={formatBoardPlace(to)}
      aria-label={name}
      onClick={plainly(() => goTo(to))}
    >
      {children}
    </a>
  )
}
