import { missingFigures } from '../missing-figures.js'

/** What the house reports beyond that can still be computed, or it knows what it gives up. */
export default missingFigures(false)
