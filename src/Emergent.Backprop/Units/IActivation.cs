using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>An activation function of one unit by itself; known when a kernel is compiled.</summary>
internal interface IActivation
{
    static abstract T Act<T>(T net) where T : struct, ILanes<T>;

    /// <summary>∂Act/∂Net, as a function of Act.</summary>
    static abstract T Slope<T>(T act) where T : struct, ILanes<T>;
}

internal readonly struct Sigmoid : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Act<T>(T net) where T : struct, ILanes<T> => Vanishing.ToZero(1f / (Exponential.Of(0f - net) + 1f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Slope<T>(T act) where T : struct, ILanes<T> => act * (1f - act);
}

internal readonly struct Tanh : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Act<T>(T net) where T : struct, ILanes<T> => Exponential.Tanh(net);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Slope<T>(T act) where T : struct, ILanes<T> => 1f - act * act;
}

internal readonly struct ReLU : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Act<T>(T net) where T : struct, ILanes<T> => T.IfLess(0f, net, net, 0f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Slope<T>(T act) where T : struct, ILanes<T> => T.IfLess(0f, act, 1f, 0f);
}

internal readonly struct Linear : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Act<T>(T net) where T : struct, ILanes<T> => net;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Slope<T>(T act) where T : struct, ILanes<T> => 1f;
}
