import { gaussLegendre } from '../numerics/quadrature';

/** The integral ∫ₜₓᵀ (α+u)^−R (β+u)^−(s+1) du and the means under its integrand that gradients need. */
export interface ParetoIntegral {
  /** ln of the integral, −Infinity when tx = T. */
  log: number;
  logAlphaU: number;
  logBetaU: number;
  perAlphaU: number;
  perBetaU: number;
}

const { nodes, weights } = gaussLegendre(16);

/** A fresh result to be filled again and again: the likelihood asks thousands of times per evaluation. */
export function emptyIntegral(): ParetoIntegral {
  return { log: Number.NEGATIVE_INFINITY, logAlphaU: 0, logBetaU: 0, perAlphaU: 0, perBetaU: 0 };
}

/**
 * Fills `into` with the drop-out integral of Pareto/NBD. The textbook form is a difference of two ₂F₁ with a
 * case for α ≷ β, which cancels when tx is near T and has no simple gradient. In y = ln(m + u), m = min(α, β),
 * the integrand is a smooth decaying curve; Gauss–Legendre on panels in which it falls by at most e¹⁰ gives
 * full accuracy with few points, for any parameters, and the gradient at the same points for free.
 */
export function paretoIntegral(
  into: ParetoIntegral,
  alpha: number,
  beta: number,
  R: number,
  s: number,
  tx: number,
  T: number,
): void {
  const m = Math.min(alpha, beta);
  const width = Math.log1p((T - tx) / (m + tx));
  if (!(width > 0)) {
    into.log = Number.NEGATIVE_INFINITY;
    return;
  }
  const logAlpha0 = Math.log(alpha + tx);
  const logBeta0 = Math.log(beta + tx);
  const fallAtStart = (R * (m + tx)) / (alpha + tx) + ((s + 1) * (m + tx)) / (beta + tx) - 1;
  const reach = fallAtStart > 0 ? Math.min(width, 45 / fallAtStart) : width;
  const end = (m + tx) * Math.exp(reach);
  const fallAtEnd = (R * end) / (alpha - m + end) + ((s + 1) * end) / (beta - m + end);
  const panels = Math.min(400, Math.max(1, Math.ceil(Math.max((reach * fallAtEnd) / 10, reach / 2))));
  const h = reach / panels;
  // Plain lets here and below: this is the innermost loop of everything, destructuring would allocate in it.
  let sum = 0;
  let byLogAlpha = 0;
  let byLogBeta = 0;
  let byPerAlpha = 0;
  let byPerBeta = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const before = sum;
    for (let k = 0; k < nodes.length; k += 1) {
      const shifted = (m + tx) * Math.exp((panel + nodes[k]!) * h);
      const alphaU = alpha - m + shifted;
      const betaU = beta - m + shifted;
      const logAlphaU = Math.log(alphaU);
      const logBetaU = Math.log(betaU);
      const f =
        weights[k]! * shifted * Math.exp(-R * (logAlphaU - logAlpha0) - (s + 1) * (logBetaU - logBeta0));
      sum += f;
      byLogAlpha += f * logAlphaU;
      byLogBeta += f * logBetaU;
      byPerAlpha += f / alphaU;
      byPerBeta += f / betaU;
    }
    if (fallAtStart > 0 && sum - before < 1e-17 * sum) break;
  }
  into.log = Math.log(sum * h) - R * logAlpha0 - (s + 1) * logBeta0;
  into.logAlphaU = byLogAlpha / sum;
  into.logBetaU = byLogBeta / sum;
  into.perAlphaU = byPerAlpha / sum;
  into.perBetaU = byPerBeta / sum;
}
