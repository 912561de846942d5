import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import style from './list.module.css'
import { useWatch, type Watch } from './use-watch.ts'

/** So many that a chunk is drawn within a frame, and ten thousand rows are not too many chunks. */
const CHUNK = 20

type RowsProps = {
  /** The part that scrolls. */
  root: RefObject<HTMLElement | null>
  count: number
  draw: (at: number) => ReactNode
}

/**
 * A long list, drawn where one looks. Rows stand in chunks; a chunk that is far from what one sees gives way to a gap of
 * its own height, and comes back before it is seen. Rows are of any height: what was drawn is what was measured.
 */
export function Rows({ root, count, draw }: RowsProps) {
  const watch = useWatch(root)
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, chunk) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is a place in the list
    <Chunk key={chunk} watch={watch} from={chunk * CHUNK} to={Math.min(count, (chunk + 1) * CHUNK)} draw={draw} />
  ))
}

/** In which chunk a row stands. */
export const chunkOf = (at: number) => Math.floor(at / CHUNK)

type ChunkProps = { watch: Watch; from: number; to: number; draw: (at: number) => ReactNode }

function Chunk({ watch, from, to, draw }: ChunkProps) {
  const box = useRef<HTMLDivElement>(null)
  const [gap, setGap] = useState<number>()
  useEffect(
    () =>
      watch(box.current!, ({ isIntersecting, boundingClientRect, target }) => {
        const stays = isIntersecting || target.contains(document.activeElement) // who has the keys is not taken away
        setGap(stays ? undefined : boundingClientRect.height)
      }),
    [watch]
  )
  return (
    <div ref={box} data-chunk={from}>
      {gap === undefined ? (
        <ol>{Array.from({ length: to - from }, (_, at) => draw(from + at))}</ol>
      ) : (
        <svg className={style.gap} width="1" height={gap} aria-hidden="true" />
      )}
    </div>
  )
}
