import { Component, type ReactNode } from "react";

interface PartBoundaryProps {
  /** Another place is tried afresh. */
  readonly place: string;
  /** What stands in the place of a part that could not be had. */
  readonly failed: (error: Error) => ReactNode;
  readonly children: ReactNode;
}

interface PartBoundaryState {
  readonly place: string;
  readonly error: Error | null;
}

/** Keeps a part of the page that cannot be drawn from taking the rest with it. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { place: this.props.place, error: null };

  static getDerivedStateFromError(thrown: unknown): Partial<PartBoundaryState> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(
    { place }: PartBoundaryProps,
    state: PartBoundaryState,
  ): PartBoundaryState | null {
    return place === state.place ? null : { place, error: null };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : this.props.failed(error);
  }
}
