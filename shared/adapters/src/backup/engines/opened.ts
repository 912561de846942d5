import type { Cluster } from '../../elasticsearch/cluster.ts'
import type { Place } from '../place.ts'
import type { Progress } from '../progress.ts'
import type { Topics } from './topics.ts'

/** An archive, and the engines that the settings name. */
export interface Opened {
  place: Place
  prefix: string
  progress: Progress
  topics: Topics | undefined
  cluster: Cluster | undefined
}

/** The note that says how far groups had come. */
export const CURSORS = 'cursors'
