import type { EChartsType } from 'echarts/core'

/** The charts that stand on the page now, by their ids: for who wants a picture of them. */
const charts = new Map<string, EChartsType>()

/** Keeps a chart until the answered function is called. */
export function keepDrawn(id: string, chart: EChartsType): () => void {
  charts.set(id, chart)
  return () => {
    if (charts.get(id) === chart) charts.delete(id)
  }
}

/** A chart as it is drawn now, on its own canvas; undefined while it is not drawn. */
export const canvasOf = (id: string, background: string): HTMLCanvasElement | undefined =>
  charts.get(id)?.renderToCanvas({ pixelRatio: 2, backgroundColor: background })
