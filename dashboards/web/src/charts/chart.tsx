import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { t } from '../language.ts'
import { useIsDark } from '../look/theme.ts'
import style from './charts.module.css'
import { type Colours, coloursAt } from './colours.ts'
import { keepDrawn } from './drawn.ts'

export type Draw = (colours: Colours, width: number) => EChartsCoreOption

type ChartProps = {
  /** By this it is found for a picture. */
  id: string
  /** What it shows, for who does not see it; a table says it whole. */
  name: string
  draw: Draw
  /** Somebody pressed at the n-th place of the horizontal axis. */
  onPlace?: ((at: number) => void) | undefined
  /** Somebody pressed the n-th mark. */
  onMark?: ((at: number) => void) | undefined
  tall?: boolean | undefined
  /** As high as its place lets it be. */
  fills?: boolean
}

type Drawing = { chart: EChartsType; width: number }

/** A chart, once its engine is here. It is made once and then only told what changed. */
export function Chart({ id, name, draw, onPlace, onMark, tall = false, fills = false }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  const [failed, setFailed] = useState(false)
  const dark = useIsDark()
  const press = useRef({ onPlace, onMark })
  press.current = { onPlace, onMark }

  useEffect(() => {
    const element = host.current!
    let gone = false
    let end = () => {}
    import('./engine.ts')
      .then(({ init }) => {
        if (!gone) end = begin(id, element, init(element, null, { renderer: 'canvas' }), press, setDrawing)
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      end()
    }
  }, [id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours are read anew
  useEffect(() => {
    if (drawing) drawing.chart.setOption(draw(coloursAt(host.current!), drawing.width), { notMerge: true })
  }, [drawing, draw, dark])

  return (
    <div className={fills ? style.filling : tall ? style.tall : style.chart} role="img" aria-label={name}>
      {failed ? <p className={style.failed}>{t('boards.chart-failed')}</p> : null}
      <div className={style.host} ref={host} data-chart={id} data-drawn={drawing !== undefined} />
    </div>
  )
}

type Press = { current: Pick<ChartProps, 'onPlace' | 'onMark'> }

/** Follows the size of its place and tells of presses; ends with the answered function. */
function begin(
  id: string,
  element: HTMLElement,
  chart: EChartsType,
  press: Press,
  show: (drawing: Drawing | undefined) => void
): () => void {
  const forget = keepDrawn(id, chart)
  const fit = () => {
    if (element.clientWidth === 0) return // hidden behind an open ticket
    if (element.clientWidth !== chart.getWidth() || element.clientHeight !== chart.getHeight()) chart.resize()
    show({ chart, width: element.clientWidth })
  }
  const size = new ResizeObserver(fit)
  size.observe(element)
  let marked = false
  chart.on('click', event => {
    if (event.componentType !== 'markLine') return
    marked = true
    press.current.onMark?.((event.data as { mark: number }).mark)
  })
  chart.getZr().on('click', event => {
    const at: [number, number] = [event.offsetX, event.offsetY]
    const place = chart.containPixel('grid', at) ? chart.convertFromPixel({ xAxisIndex: 0 }, at[0]) : undefined
    if (!marked && typeof place === 'number') press.current.onPlace?.(place)
    marked = false
  })
  return () => {
    size.disconnect()
    forget()
    chart.dispose()
    show(undefined)
  }
}
