using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Pedunculopontine tegmental nucleus: one unit that shows a rise of the central amygdala's activity, so that a stimulus gives a burst when it comes, not while it stays.</summary>
/// <remarks>Act = DNetGain (Ge − GePrev), 0 below ActThreshold; GePrev is Ge at the end of the last trial. Source: emergent leabra, pvlv, PPTgLayer.</remarks>
public class PedunculopontineLayer : LeabraLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    public PedunculopontineLayer(string name) : base(name, [1, 1, 1, 1]) { }

    /// <inheritdoc/>
    public override string TypeName => "PPTgLayer";

    /// <summary>The gain on a rise.</summary>
    [Styled, Range(0.0, 100.0)]
    public float DNetGain { get; set; } // 0 as in the reference: style sheets of PVLV set 1

    /// <summary>The activation below which there is none.</summary>
    [Styled, Range(0.0, 100.0)]
    public float ActThreshold { get; set; } // 0 as in the reference: style sheets of PVLV set 0.02

    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    [Styled]
    public bool ClampActivation { get; set; }

    /// <summary>The excitation at the end of the last trial.</summary>
    public float GePrev { get; private set; }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        State.Vm.Span[First] = 0f;   // it has no potential
        GePrev = 0f;
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        if (units.Live.IsEmpty) { return; }
        var rise = DNetGain * (State.Ge.Span[First] - GePrev);
        var act = rise < ActThreshold ? 0f : rise;
        (State.Act.Span[First], State.ActLrn.Span[First], State.ActDel.Span[First]) = (act, act, 0f);
        RunKernel(new LearningAveragesKernel(in Constants, State), units.Live);
    }

    /// <inheritdoc/>
    protected internal override void EndQuarter(int quarter)
    {
        base.EndQuarter(quarter);
        if (quarter == 3) { GePrev = State.Ge.Span[First]; }
    }
}
