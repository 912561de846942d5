/** Kinds of the records in which the office's own departments and its gazetteer stand, one record each. */
export const MAP_KINDS = { departments: 'departments', places: 'places' } as const
