/** nDCG at a depth, with the grade itself as gain (Järvelin and Kekäläinen 2002). */
export function ndcg(found: string[], grades: Map<string, number>, depth = 10): number {
  const discounted = (gains: number[]) =>
    gains.slice(0, depth).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
  const ideal = discounted([...grades.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(found.map((id) => grades.get(id) ?? 0)) / ideal;
}

/** The share of relevant documents among the first `depth`. */
export const recall = (found: string[], grades: Map<string, number>, depth = 100): number =>
  found.slice(0, depth).filter((id) => grades.has(id)).length / grades.size;

export const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
