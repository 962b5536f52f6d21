using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The theta rhythm of the hippocampus within a trial: CA1 listens to the cortex, then to CA3, then to the cortex again.</summary>
/// <remarks>
/// First quarter: ECin → CA1 is on, CA3 → CA1 off, and DG is silent to CA3, so that CA1 shows what the cortex alone makes of it. Second and third quarters:
/// CA3 → CA1 is on, ECin → CA1 off: recall. Fourth: ECin → CA1 again, and in training ECout is given what ECin shows. Projections act as if they had
/// WtScale.Abs = 0 (DG: Rel = 0), after which all strengths are worked out anew and everything is sent afresh; their parameters stay as they are. In a test ECout is compared, not clamped.
/// Source: Ketz, Morkonda and O'Reilly (2013), Theta coordinated error-driven learning in the hippocampus; emergent leabra, hip.
/// </remarks>
public class ThetaPhases : NetworkMechanism
{
    private readonly WtScaleParams _silenced = new(), _dentate = new();
    private bool _isTraining;
    private Data.Shape? _flat;

    /// <summary>The rhythm of these layers, whose projections are found when the first trial begins.</summary>
    /// <param name="input">The cortex that is the input: ECin.</param>
    /// <param name="output">The cortex that recalls: ECout, of as many units.</param>
    /// <param name="ca1">CA1, which <paramref name="input"/> and CA3 project to.</param>
    /// <param name="ca3">CA3, which the dentate gyrus projects to.</param>
    /// <param name="dentate">The dentate gyrus, DG.</param>
    /// <exception cref="EmergentException">A projection is missing, or the two cortices differ in size; the message names both layers and the rule.</exception>
    public ThetaPhases(LeabraLayer input, LeabraLayer output, LeabraLayer ca1, LeabraLayer ca3, LeabraLayer dentate)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (input.UnitCount != output.UnitCount)
        {
            throw new EmergentException($"Theta phases: layer '{input.Name}' has {input.UnitCount} units, layer '{output.Name}' {output.UnitCount}; in the plus phase the second is given what the first shows, unit by unit. Give them one shape.");
        }
        (Input, Output) = (input, output);
        InputToCA1 = Find(input, ca1);
        CA3ToCA1 = Find(ca3, ca1);
        DentateToCA3 = Find(dentate, ca3);
    }

    /// <summary>The cortex that is the input.</summary>
    public LeabraLayer Input { get; }

    /// <summary>The cortex that recalls.</summary>
    public LeabraLayer Output { get; }

    /// <summary>The projection that is on in the first and last quarters.</summary>
    public LeabraProjection InputToCA1 { get; }

    /// <summary>The projection that is on in the second and third quarters.</summary>
    public LeabraProjection CA3ToCA1 { get; }

    /// <summary>The projection that is on from the second quarter on.</summary>
    public LeabraProjection DentateToCA3 { get; }

    /// <summary>The relative strength of DG → CA3 in a test; in training it is the projection's own.</summary>
    public float TestDentateRel { get; set; } = 1f; // weaker than in training (4 in textbook models), so that recall completes patterns instead of separating them

    /// <summary>WtScale.Abs of whichever projection CA1 does not listen to.</summary>
    public float LowAbs { get; set; } // 0 switches it off; 0.3 in capacity benchmarks

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        _isTraining = updateAverages;
        Listen(toCortex: true);
        HearDentate(0f);
        var kind = _isTraining ? LayerKind.Target : LayerKind.Compare;
        if (Output.Kind == kind) { return; }
        Output.Kind = kind;
        Output.TurnTargets();
    }

    /// <inheritdoc/>
    protected internal override void EndCycles(int quarter)
    {
        switch (quarter)
        {
            case 0:
                Listen(toCortex: false);
                HearDentate(_isTraining ? DentateToCA3.WtScale.Rel : TestDentateRel);
                Network!.RescaleProjections();
                break;
            case 2:
                Listen(toCortex: true);
                Network!.RescaleProjections();
                if (_isTraining) { Output.Present(Input.State.Act.Slice(Input.First, Input.UnitCount), _flat ??= [Input.UnitCount]); }
                break;
        }
    }

    /// <inheritdoc/>
    protected internal override void EndQuarter(int quarter)
    {
        if (quarter < 3) { return; }
        (InputToCA1.Switched, CA3ToCA1.Switched, DentateToCA3.Switched) = (null, null, null);
    }

    private void Listen(bool toCortex)
    {
        var (heard, silenced) = toCortex ? (InputToCA1, CA3ToCA1) : (CA3ToCA1, InputToCA1);
        (_silenced.Abs, _silenced.Rel) = (LowAbs, silenced.WtScale.Rel);
        (heard.Switched, silenced.Switched) = (null, _silenced);
    }

    private void HearDentate(float rel)
    {
        (_dentate.Abs, _dentate.Rel) = (DentateToCA3.WtScale.Abs, rel);
        DentateToCA3.Switched = _dentate;
    }

    private static LeabraProjection Find(LeabraLayer sender, LeabraLayer receiver)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(receiver);
        return (LeabraProjection?)receiver.ReceivingProjections.FirstOrDefault(p => p.Sender == sender)
            ?? throw new EmergentException($"Theta phases: layer '{sender.Name}' has no projection to layer '{receiver.Name}'; the rhythm switches it. Add one before.");
    }
}
