using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>Takes one step with a row of weights, or of biases. Columns without use stand for any other.</summary>
internal readonly ref struct UpdateKernel<TStep, TGradient>(TStep step, TGradient gradient, ref float wt, ref float moment, ref float square) : IKernel
    where TStep : struct, IStep
    where TGradient : struct, IGradient, allows ref struct
{
    private readonly TStep _step = step;
    private readonly TGradient _gradient = gradient;
    private readonly ref float _wt = ref wt, _moment = ref moment, _square = ref square;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T moment = TStep.HasMoment ? T.Load(ref _moment, i) : 0f, square = TStep.HasSquare ? T.Load(ref _square, i) : 0f;
        T.Store(_step.Step(T.Load(ref _wt, i), _gradient.At<T>(i), ref moment, ref square), ref _wt, i);
        if (TStep.HasMoment) { T.Store(moment, ref _moment, i); }
        if (TStep.HasSquare) { T.Store(square, ref _square, i); }
    }
}
