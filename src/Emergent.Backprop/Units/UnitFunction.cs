using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>What an activation function does to a run of units: forward, and back.</summary>
internal abstract class UnitFunction
{
    private static readonly UnitFunction[] All = [new Separate<Sigmoid>(), new Separate<Tanh>(), new Separate<ReLU>(), new Separate<Linear>(), new Softmax()];

    /// <summary>The one of this name.</summary>
    public static UnitFunction Of(ActivationFunction function) => All[(int)function];

    /// <summary>Act from Net.</summary>
    public abstract void Activate(UnitState units, int first, int count);

    /// <summary>Delta from Err: −∂E/∂Net from −∂E/∂Act.</summary>
    public abstract void SendBack(UnitState units, int first, int count);

    /// <summary>Adds Targ − Act to Delta, which is −∂E/∂Net of cross-entropy whatever the function, if it has one.</summary>
    public abstract void AddCrossEntropy(UnitState units, int first, int count);

    /// <summary>Each unit by itself.</summary>
    private sealed class Separate<TFunction> : UnitFunction where TFunction : struct, IActivation
    {
        public override void Activate(UnitState units, int first, int count) => Kernel.Run(new ActivationKernel<TFunction>(units), first, count);

        public override void SendBack(UnitState units, int first, int count) => Kernel.Run(new DeltaKernel<TFunction>(units), first, count);

        public override void AddCrossEntropy(UnitState units, int first, int count) => Kernel.Run(new DifferenceKernel(units, units.Delta, 1f), first, count);
    }

    /// <summary>All units of the run together.</summary>
    private sealed class Softmax : UnitFunction
    {
        public override void Activate(UnitState units, int first, int count)
        {
            // Less the largest, so that no exponential overflows; the shares are the same.
            Kernel.Run(new SoftmaxExponentialKernel(units, Largest.Of(units.Net.Slice(first, count)).Value), first, count);
            var sum = 0f;
            foreach (var act in units.Act.Slice(first, count)) { sum += act; }
            Kernel.Run(new SoftmaxShareKernel(units, sum), first, count);
        }

        public override void SendBack(UnitState units, int first, int count)
        {
            ReadOnlySpan<float> act = units.Act.Slice(first, count), err = units.Err.Slice(first, count);
            var mean = 0f;
            for (var i = 0; i < act.Length; i++) { mean += err[i] * act[i]; }
            Kernel.Run(new SoftmaxDeltaKernel(units, mean), first, count);
        }

        public override void AddCrossEntropy(UnitState units, int first, int count)
        {
            var total = 0f;
            foreach (var targ in units.Targ.Slice(first, count)) { total += targ; }
            Kernel.Run(new DifferenceKernel(units, units.Delta, total), first, count);
        }
    }
}
