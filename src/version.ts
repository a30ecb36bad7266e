/** Version of this program, in every review's provenance. */
export const VERSION = '0.1.0';
