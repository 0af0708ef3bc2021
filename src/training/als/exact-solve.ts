/**
 * Solves A x = b for a symmetric positive definite A by Cholesky's decomposition; A and b are overwritten, b with x.
 *
 * @param matrix  size × size, row-major
 * @param vector  size
 * @returns `vector`
 */
export function solveInPlace(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  decompose(matrix, size);
  for (let i = 0; i < size; i++) {
    let sum = vector[i]!;
    for (let j = 0; j < i; j++) sum -= matrix[i * size + j]! * vector[j]!;
    vector[i] = sum / matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!;
    for (let j = i + 1; j < size; j++) sum -= matrix[j * size + i]! * vector[j]!;
    vector[i] = sum / matrix[i * size + i]!;
  }
  return vector;
}

/** Replaces the lower triangle by L of A = L Lᵀ. */
function decompose(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i !== j) matrix[i * size + j] = sum / matrix[j * size + j]!;
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else throw new Error(`the matrix is not positive definite (pivot ${i} is ${sum})`);
    }
  }
}
