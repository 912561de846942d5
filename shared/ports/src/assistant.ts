/** What is told a model: how it has to work, and the material that it works on. */
export interface Question {
  instruction: string
  material: string
}

/** A model outside the house. What it answers is the word of a stranger. */
export interface Assistant {
  /** Its name, as the settings give it. */
  model: string
  /** Answers as it came. Rejects with ASSISTANT_FAILED: no answer in time, none that can be read, or a cut one. */
  ask: (question: Question) => Promise<string>
}
